"""What Offices do on files of marks, designs and appellations: certify, examine, register, refuse, publish."""
