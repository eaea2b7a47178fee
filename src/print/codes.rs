//! The error codes that an application adds to the built-in ones.

use std::fmt::Write;
use std::io;

use super::HEADER;
use super::javascript;
use super::named::Named;
use crate::Contracts;
use crate::error::ApplicationCodes;

/// Refuses codes that cannot be told apart, and names that are taken.
pub(super) fn check(contracts: &Contracts, types: &[Named]) -> io::Result<()> {
    let names = types.iter().flat_map(|named| [named.name(), named.family().to_owned()]);
    let mut names: Vec<String> = names.map(|name| name.to_lowercase()).collect();
    let mut codes = Vec::new();
    for list in contracts.codes {
        let name = list.name;
        if javascript::is_reserved(name) {
            return Err(io::Error::other(format!(
                "`{name}` is a reserved word in JavaScript or TypeScript: rename the type"
            )));
        }
        if names.contains(&name.to_lowercase()) {
            return Err(io::Error::other(format!(
                "two types are named `{name}`: names must differ, by more than case, within a package"
            )));
        }
        names.push(name.to_lowercase());
        for code in list.codes {
            if codes.contains(&code.name) {
                return Err(io::Error::other(format!(
                    "two enums of contracts! have the code `{}`: rename one",
                    code.name
                )));
            }
            codes.push(code.name);
        }
    }
    Ok(())
}

/// The TypeScript type of an enum of codes: a union.
pub(super) fn union(list: &ApplicationCodes) -> String {
    let mut text = format!("{HEADER}\n{}export type {} =", javascript::comment(list.docs), list.name);
    for code in list.codes {
        let docs = javascript::comment(code.docs);
        let docs: String = docs.lines().map(|line| format!("\n  {line}")).collect();
        write!(text, "{docs}\n  | {}", javascript::string(code.name)).expect("a string takes all");
    }
    text + ";\n"
}

/// The module with the codes' statuses, in the place of the runtime's empty one.
pub(super) fn module(contracts: &Contracts) -> String {
    let mut text = format!("{HEADER}export const APPLICATION_STATUSES = {{\n");
    for code in contracts.codes.iter().flat_map(|list| list.codes) {
        text += &format!("  {}: {},\n", code.name, code.status);
    }
    text + "};\n"
}

/// Its declaration, with the type of all the codes.
pub(super) fn declaration(contracts: &Contracts) -> String {
    let unions = contracts.codes.iter().map(|list| format!("import(\"../types/{0}.d.ts\").{0}", list.name));
    let union = unions.collect::<Vec<_>>().join(" | ");
    format!(
        "\
{HEADER}
/** The codes that the application adds. */
export type ApplicationCode = {union};

/** Their HTTP statuses. */
export declare const APPLICATION_STATUSES: Readonly<Record<ApplicationCode, number>>;
"
    )
}

#[cfg(test)]
mod tests {
    use crate::print::HEADER;
    use crate::{Contract, Contracts, ErrorCode, contracts, payload};

    /// What can go wrong.
    #[derive(ErrorCode)]
    #[expect(dead_code, reason = "only the codes are looked at")]
    enum CrmError {
        /// Somebody has it already.
        #[code(status = 409)]
        EmailTaken,
        #[code(status = 402, rename = "payment_required")]
        TrialIsOver,
    }

    #[derive(ErrorCode)]
    #[expect(dead_code, reason = "only the codes are looked at")]
    enum OtherError {
        #[code(status = 409)]
        EmailTaken,
    }

    #[payload]
    enum CrmERROR {
        Some,
    }

    contracts! { ; codes: CrmError }

    fn refusal(contracts: &Contracts) -> String {
        let payloads = crate::print::named::payloads(contracts).unwrap();
        let types = crate::print::named::reachable(&payloads).unwrap();
        super::check(contracts, &types).unwrap_err().to_string()
    }

    #[test]
    fn the_codes_are_a_union_with_statuses() {
        assert_eq!(
            super::union(CrmError::CODES),
            format!(
                "\
{HEADER}
/**
 * What can go wrong.
 */
export type CrmError =
  /**
   * Somebody has it already.
   */
  | \"email_taken\"
  | \"payment_required\";
"
            )
        );
        assert_eq!(
            super::module(&CONTRACTS),
            format!(
                "{HEADER}export const APPLICATION_STATUSES = {{\n  email_taken: 409,\n  payment_required: 402,\n}};\n"
            )
        );
        assert!(
            super::declaration(&CONTRACTS).contains("ApplicationCode = import(\"../types/CrmError.d.ts\").CrmError;")
        );
    }

    #[test]
    fn codes_and_names_must_differ() {
        let twice = Contracts { codes: &[CrmError::CODES, OtherError::CODES], ..CONTRACTS };
        assert_eq!(refusal(&twice), "two enums of contracts! have the code `email_taken`: rename one");
        const NAMED: Contracts = Contracts { payloads: &[Contract::of::<CrmERROR>()], ..CONTRACTS };
        assert!(refusal(&NAMED).starts_with("two types are named `CrmError`"));
    }
}
