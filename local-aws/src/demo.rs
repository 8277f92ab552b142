//! The table of demo users and their keys that `--print-demo` prints and `cargo xtask dev` shows.
//!
//! The only place that prints secrets on purpose: they are made up and open nothing but the local AWS.

use std::fmt::Write;

use crate::directory::{AccessKey, Account, Directory};

/// The table.
pub fn table(directory: &Directory) -> String {
    let mut text = String::new();
    for account in &directory.accounts {
        // Writing to a string cannot fail.
        let _ = write_account(&mut text, account);
    }
    text
}

fn write_account(text: &mut String, account: &Account) -> std::fmt::Result {
    let partition =
        if account.partition == "aws" { String::new() } else { format!(", {}", account.partition) };
    writeln!(text, "Account {} {}{partition}", account.id, account.alias)?;
    for user in &account.users {
        writeln!(text, "  user {}", user.name)?;
        for key in &user.keys {
            write_key(text, key)?;
        }
        for device in &user.devices {
            writeln!(text, "    MFA serial         {}", device.serial)?;
            writeln!(text, "    TOTP seed          {}", device.seed.expose_secret())?;
        }
        if !user.may.is_empty() {
            writeln!(text, "    may                {}", user.may)?;
        }
    }
    if let Some(key) = &account.root_key {
        writeln!(text, "  root user")?;
        write_key(text, key)?;
    }
    for role in &account.roles {
        writeln!(text, "  role {}", role.arn())?;
        if !role.demands.is_empty() {
            writeln!(text, "    {}", role.demands)?;
        }
    }
    writeln!(text)
}

fn write_key(text: &mut String, key: &AccessKey) -> std::fmt::Result {
    writeln!(text, "    access key id      {}", key.id)?;
    writeln!(text, "    secret access key  {}", key.secret.expose_secret())
}
