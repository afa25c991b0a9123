// When the browser could not use a passkey, the page says so beside the form.
document.addEventListener("allauth.error", (event) => {
  const notice = document.getElementById("passkey-trouble");
  if (!notice) return;
  event.preventDefault();
  notice.hidden = false;
});
