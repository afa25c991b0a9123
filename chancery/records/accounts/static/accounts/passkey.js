// A button with data-passkey="addForm" or "authenticateForm" asks the browser for a key, by the library's own script.
document.querySelectorAll("[data-passkey]").forEach((button) => {
  const { passkey, credential, passwordless } = button.dataset;
  window.allauth.webauthn.forms[passkey]({
    ids: { add: button.id, authenticate: button.id, credential, passwordless, data: "js_data" },
  });
});

// When the browser could not use a passkey, the page says so beside the form.
document.addEventListener("allauth.error", (event) => {
  const notice = document.getElementById("passkey-trouble");
  if (!notice) return;
  event.preventDefault();
  notice.hidden = false;
});
