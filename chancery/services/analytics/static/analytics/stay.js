// How long this page was in view: one number, sent when it is left. Stores nothing, reads nothing but the clock.
(() => {
  const { route, to } = document.currentScript.dataset;
  if (navigator.globalPrivacyControl || navigator.doNotTrack === "1") return;
  let seen = 0;
  let since = document.visibilityState === "visible" ? performance.now() : null;
  let sent = false;
  const pause = () => {
    if (since !== null) seen += performance.now() - since;
    since = null;
  };
  const leave = () => {
    pause();
    if (!sent) navigator.sendBeacon(to, `${route} ${Math.round(seen / 1000)}`);
    sent = true;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") since = performance.now();
    else pause();
  });
  addEventListener("pagehide", leave);
})();
