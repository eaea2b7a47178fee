//! Measures functions against each other: in turn, over several rounds.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::contenders::Contender;

/// How much is measured.
#[derive(Clone, Copy)]
pub(crate) struct Effort {
    rounds: usize,
    /// For each function in each round.
    time: Duration,
}

impl Effort {
    /// Enough to see that it runs.
    pub(crate) const LITTLE: Effort = Effort { rounds: 5, time: Duration::from_millis(1) };
    /// Enough to believe.
    pub(crate) const FULL: Effort = Effort { rounds: 101, time: Duration::from_millis(2) };
}

/// What came out: the first function's time, and those of the others as ratios to it.
#[derive(Serialize)]
pub(crate) struct Measured {
    nanoseconds: f64,
    ratios: BTreeMap<&'static str, Ratio>,
}

/// The median of the ratios of one round each, and the ratio of the best times.
#[derive(Serialize)]
struct Ratio {
    median: f64,
    best: f64,
}

/// Whatever slows the machine for a while slows all functions of a round alike, so that their
/// ratios hold. Each round starts with another of them.
pub(crate) fn measure(contenders: &[Contender<'_>], effort: Effort) -> Measured {
    let calls: Vec<u32> = contenders.iter().map(|(_, run)| warm_up(run, effort)).collect();
    let mut times = vec![Vec::with_capacity(effort.rounds); contenders.len()];
    for round in 0..effort.rounds {
        for turn in 0..contenders.len() {
            let at = (round + turn) % contenders.len();
            let nanoseconds = time(&contenders[at].1, calls[at]).as_nanos() as f64;
            times[at].push(nanoseconds / f64::from(calls[at]));
        }
    }
    let base = &times[0];
    let ratios = contenders.iter().zip(&times).skip(1).map(|((name, _), times)| (*name, ratio(times, base)));
    Measured { nanoseconds: median(base.clone()), ratios: ratios.collect() }
}

/// Runs a function for a while, and says how often it runs in the time of a round.
fn warm_up(run: &dyn Fn(), effort: Effort) -> u32 {
    let mut calls = 1;
    let mut spent = Duration::ZERO;
    while spent < 25 * effort.time {
        let duration = time(run, calls);
        spent += duration;
        if duration < effort.time / 2 {
            calls *= 2;
        }
    }
    calls
}

fn time(run: &dyn Fn(), calls: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..calls {
        run();
    }
    start.elapsed()
}

fn ratio(times: &[f64], base: &[f64]) -> Ratio {
    let least = |times: &[f64]| times.iter().copied().fold(f64::INFINITY, f64::min);
    Ratio {
        median: median(times.iter().zip(base).map(|(time, base)| time / base).collect()),
        best: least(times) / least(base),
    }
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    if numbers.len() % 2 == 1 { numbers[middle] } else { f64::midpoint(numbers[middle - 1], numbers[middle]) }
}
