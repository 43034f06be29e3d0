// Counts down what the server said is left. A button that waits for the end can be pressed then.
const ends = new WeakMap();

setInterval(tick, 250);
tick();

function tick() {
  for (const timer of document.querySelectorAll('.countdown')) {
    const known = ends.get(timer);
    const end = known?.said === timer.dataset.seconds ? known.end : performance.now() + Number(timer.dataset.seconds) * 1000;
    ends.set(timer, { said: timer.dataset.seconds, end });
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (timer.textContent !== text) {
      timer.textContent = text;
    }
    if (left === 0 && timer.dataset.ends) {
      document.getElementById(timer.dataset.ends).disabled = false;
      timer.parentElement.hidden = true;
    }
  }
}
