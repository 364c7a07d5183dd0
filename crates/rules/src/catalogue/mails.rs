#![doc = include_str!("mails.md")]

use mioboe_model::{Mail, MailVerdict};

use crate::{Facts, Level, Opinion, Rule};

pub(super) const RULE: Rule = Rule {
    name: "mails",
    speaks_of: &[],
    #[cfg(not(target_family = "wasm"))]
    docs: include_str!("mails.md"),
    run: mails,
};

fn mails(facts: &Facts<'_>) -> Vec<Opinion> {
    facts.reading.mails.iter().filter_map(of_mail).collect()
}

/// What the person entered matters whatever the mail looks like: a page may be false although its mail is not.
fn of_mail(mail: &Mail) -> Option<Opinion> {
    let (rule, level) = match mail.verdict? {
        _ if mail.entered => ("mail-entered", Level::Flag),
        MailVerdict::Dangerous => ("mail-dangerous", Level::Info),
        MailVerdict::Doubtful | MailVerdict::GenuineLooking => return None,
    };
    Some(Opinion::note(rule, level).with("subject", &mail.subject))
}

#[cfg(test)]
mod tests {
    use crate::kit::{finds, stays_quiet};

    #[test]
    fn a_dangerous_mail_is_told() {
        finds("mail dangerous a@mihon.example", "mail-dangerous", "subject=mihon");
        stays_quiet("mail doubtful a@mihon.example", "mail-dangerous");
        stays_quiet("mail genuine a@mihon.example", "mail-dangerous");
    }

    #[test]
    fn what_was_entered_comes_before_everything_else() {
        for verdict in ["dangerous", "doubtful", "genuine"] {
            let case = format!("mail {verdict} a@mihon.example entered");
            finds(&case, "mail-entered", "subject=mihon");
            stays_quiet(&case, "mail-dangerous");
        }
        stays_quiet("mail dangerous a@mihon.example", "mail-entered");
    }
}
