"""The desk's counter: queues and cases (`desk`), the acts on a case (`acts`), the weekly issue (`issue`), the clock."""
