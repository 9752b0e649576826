/**
 * Starts a watch in the page: from the next event of a kind, by the event's own time, to the first frame in which words are on
 * the screen. The promise it leaves in `window.watch` is milliseconds.
 */
export function startWatch(page, { event, words }) {
  return page.evaluate(
    (given) => {
      const wanted = new RegExp(given.words);
      const shows = () => wanted.test(document.body.textContent);
      window.watch = new Promise((done) => {
        const begin = ({ timeStamp }) => {
          const look = () => (shows() ? done(performance.now() - timeStamp) : requestAnimationFrame(look));
          look();
        };
        addEventListener(given.event, begin, { once: true, capture: true });
      });
    },
    { event, words },
  );
}

/** What the watch says, once it has stopped. */
export function readWatch(page) {
  return page.evaluate(() => window.watch);
}

/** The time, in milliseconds since 1970, of the first frame in which words are on the screen. */
export function whenShown(page, words) {
  return page.evaluate(
    (text) =>
      new Promise((done) => {
        const look = () => (document.body.textContent.includes(text) ? done(performance.timeOrigin + performance.now()) : requestAnimationFrame(look));
        look();
      }),
    words,
  );
}
