use portcullis::{ErrorCode, ErrorShape};

#[derive(ErrorCode)]
enum WithErrors {
    NoStatus,
    #[code(status = 200)]
    Fine,
    #[code(status = "409")]
    Text,
    #[code(status = 409, rename = "Not-Snake")]
    Renamed,
    #[code(status = 409, rename = "renamed")]
    First,
    #[code(status = 409, rename = "renamed")]
    Second,
    #[code(status = 409, status = 410)]
    Twice,
    #[code(409)]
    Short,
    #[code(status = 409, retry)]
    Unknown,
    #[code(status = 409)]
    #[allow(non_camel_case_types)]
    odd_name,
}

#[derive(ErrorCode)]
struct NoEnum;

#[derive(ErrorCode)]
enum Clashes {
    #[code(status = 404)]
    NotFound,
    #[code(status = 409, rename = "conflict")]
    Taken,
}

enum NoCodes {
    Some,
}

fn main() {
    let _ = ErrorShape::new(NoCodes::Some, "");
}
