//! Days, times and moments: as they should be spelled, and as chrono takes them too.

use fastrand::Rng;

/// A day; with a slip one that is written otherwise, or that there is not.
pub fn date(rng: &mut Rng, slip: bool) -> String {
    let year = *rng.choice(&[0, 1, 1582, 1900, 1970, 2000, 2024, 2026, 9999]).unwrap();
    let (month, day) = (rng.u8(1..=12), rng.u8(1..=28));
    if !slip {
        let last = if year % 4 == 0 && year != 1900 { "02-29" } else { "12-31" };
        return match rng.u8(..4) {
            0 => format!("{year:04}-01-01"),
            1 => format!("{year:04}-{last}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
    }
    match rng.u8(..9) {
        0 => format!("{year}-{month}-{day}"),
        1 => format!("+{year:04}-{month:02}-{day:02}"),
        2 => format!("1{year:04}-{month:02}-{day:02}"),
        3 => format!("-{year:04}-{month:02}-{day:02}"),
        4 => format!(" {year:04}- {month:02}-{day:02} "),
        5 => format!("{year:04}{month:02}{day:02}"),
        6 => format!("{year:04}-{month:02}-{}", rng.u8(27..34)),
        7 => format!("{year:04}-{:02}-{day:02}", month + 11),
        _ => format!("{year:04}-{month:02}-{day:02}T00:00:00Z"),
    }
}

/// A time of day; with a slip one that is written otherwise, or that there is not.
pub fn time(rng: &mut Rng, slip: bool) -> String {
    let (hour, minute, second) = (rng.u8(..24), rng.u8(..60), rng.u8(..60));
    let fraction = match rng.u8(..3) {
        0 => format!(".{}", &format!("{:09}", rng.u32(..1_000_000_000))[..rng.usize(1..=9)]),
        _ => String::new(),
    };
    if !slip {
        return match rng.u8(..4) {
            0 => format!("00:00:00{fraction}"),
            1 => format!("23:59:59{fraction}"),
            _ => format!("{hour:02}:{minute:02}:{second:02}{fraction}"),
        };
    }
    match rng.u8(..9) {
        0 => format!("{hour:02}:{minute:02}"),
        1 => format!("{hour}:{minute}:{second}{fraction}"),
        2 => format!("{hour:02}:{minute:02}:60{fraction}"),
        3 => format!("{hour:02}:{minute:02}:{second:02}.1234567890"),
        4 => format!("24:{minute:02}:{second:02}{fraction}"),
        5 => format!("{hour:02}:60:{second:02}{fraction}"),
        6 => format!(" {hour:02}:{minute:02} :{second:02}{fraction} "),
        7 => format!("{hour:02}:{minute:02}:{second:02},5"),
        _ => format!("{hour:02}:{minute:02}:{second:02}."),
    }
}

/// A moment; with a slip one that is written otherwise, or that there is not.
pub fn datetime(rng: &mut Rng, slip: bool) -> String {
    let (date_slips, time_slips) = if slip { (rng.u8(..4) == 0, rng.u8(..4) == 0) } else { (false, false) };
    let (date, time) = (date(rng, date_slips), time(rng, time_slips));
    let (hours, minutes) = (rng.u8(..24), rng.u8(..60));
    let sign = *rng.choice(&["+", "-"]).unwrap();
    if !slip {
        return match rng.u8(..4) {
            0 => format!("{date}T{time}+00:00"),
            1 => format!("{date}T{time}{sign}{hours:02}:{minutes:02}"),
            _ => format!("{date}T{time}Z"),
        };
    }
    match rng.u8(..9) {
        0 => format!("{date} {time}Z"),
        1 => format!("{date}t{time}z"),
        2 => format!("{date}T{time}-00:00"),
        3 => format!("{date}T{time}{sign}{hours:02}{minutes:02}"),
        4 => format!("{date}T{time}{sign}{hours:02}"),
        5 => format!("{date}T{time}{sign}{}:{minutes:02}", hours + 24),
        6 => format!("{date}T{time}{sign}{hours:02}:{}", minutes + 60),
        7 => format!("{date}T{time} UTC"),
        _ => format!("{date}T{time}"),
    }
}
