/** Measures functions against each other: in turn, over several rounds. */

/** The last result of each function stays reachable, so that none is optimised away. */
let kept;

/**
 * Nanoseconds a call of each function, round by round.
 *
 * Whatever slows the machine for a while slows all functions of a round alike, so that their
 * ratios hold. Their order is another in each round, lest the same one pays for all garbage.
 *
 * @param {(() => unknown)[]} functions
 * @param {{rounds: number, milliseconds: number}} effort `milliseconds` a function and round
 * @returns {number[][]} one list a function
 */
export function compare(functions, { rounds, milliseconds }) {
  const calls = functions.map((run) => warmUp(run, milliseconds));
  const times = functions.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const at of shuffled(functions.length)) times[at].push((time(functions[at], calls[at]) / calls[at]) * 1e6);
  }
  if (kept === undefined) throw new Error("nothing was accepted");
  return times;
}

/** The numbers below `count` in an order of chance. */
export function shuffled(count) {
  const order = Array.from({ length: count }, (_, at) => ({ at, key: Math.random() }));
  return order.sort((a, b) => a.key - b.key).map(({ at }) => at);
}

/** Runs a function until it is compiled, and says how often it runs in so many milliseconds. */
function warmUp(run, milliseconds) {
  let calls = 1;
  for (let spent = 0; spent < 50 * milliseconds; ) {
    const duration = time(run, calls);
    spent += duration;
    if (duration < milliseconds / 2) calls *= 2;
  }
  return calls;
}

/** Milliseconds of so many calls. */
function time(run, calls) {
  const start = performance.now();
  for (let call = 0; call < calls; call++) kept = run();
  return performance.now() - start;
}

/** The median of the ratios of one round each, and the ratio of the best times. */
export function ratio(times, base) {
  return {
    median: median(times.map((time, round) => time / base[round])),
    best: Math.min(...times) / Math.min(...base),
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
