//! fakecloud's STS on loopback with the accounts of a file in the local AWS's own format.
//!
//! `fakecloud-decisions FILE` prints `listening on http://127.0.0.1:N` and serves until it is stopped. Signatures, limits,
//! MFA codes and trust policies are verified, identity policies are not. It is a program of its own because fakecloud's licence (AGPL) must not reach Nanori.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::Extension;
use axum::routing::any;
use chrono::Utc;
use fakecloud_core::auth::IamMode;
use fakecloud_core::dispatch::{DispatchConfig, dispatch};
use fakecloud_core::multi_account::MultiAccountState;
use fakecloud_core::registry::ServiceRegistry;
use fakecloud_iam::credential_resolver::IamCredentialResolver;
use fakecloud_iam::sts_service::StsService;
use fakecloud_iam::{IamAccessKey, IamRole, IamState, IamUser, VirtualMfaDevice};
use parking_lot::RwLock;
use serde::Deserialize;

#[derive(Deserialize)]
struct Config {
    accounts: Vec<Account>,
}

#[derive(Deserialize)]
struct Account {
    id: String,
    #[serde(default)]
    users: Vec<User>,
    #[serde(default)]
    roles: Vec<Role>,
}

#[derive(Deserialize)]
struct User {
    name: String,
    #[serde(default = "root_path")]
    path: String,
    keys: Vec<Key>,
    #[serde(default)]
    mfa: Vec<Mfa>,
    #[serde(default)]
    policies: Vec<String>,
}

#[derive(Deserialize)]
struct Key {
    id: String,
    secret: String,
}

#[derive(Deserialize)]
struct Mfa {
    seed: String,
}

#[derive(Deserialize)]
struct Role {
    name: String,
    #[serde(default = "root_path")]
    path: String,
    #[serde(default = "an_hour")]
    max_session_duration: i32,
    trust: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let path = std::env::args().nth(1).expect("usage: fakecloud-decisions FILE");
    let text = std::fs::read_to_string(path).expect("a readable file");
    let config: Config = toml::from_str(&text).expect("a file in the local AWS's format");

    let mut accounts = MultiAccountState::<IamState>::new("000000000000", "us-east-1", "");
    for account in &config.accounts {
        fill(accounts.get_or_create(&account.id), account);
    }
    let state = Arc::new(RwLock::new(accounts));

    let mut registry = ServiceRegistry::new();
    registry.register(Arc::new(StsService::new(state.clone())));
    let config = DispatchConfig {
        region: "us-east-1".to_owned(),
        account_id: "000000000000".to_owned(),
        verify_sigv4: true,
        // Its general enforcement decides before STS does and knows none of the keys of AssumeRole (sts:ExternalId, …);
        // STS itself checks the trust policy with all of them.
        iam_mode: IamMode::Off,
        credential_resolver: Some(IamCredentialResolver::shared(state)),
        policy_evaluator: None,
        resource_policy_provider: None,
        scp_resolver: None,
    };
    let router = Router::new()
        .fallback(any(dispatch))
        .layer(Extension(Arc::new(registry)))
        .layer(Extension(Arc::new(config)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    println!("listening on http://{}", listener.local_addr().expect("an address"));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).await.expect("to serve");
}

fn fill(state: &mut IamState, account: &Account) {
    for user in &account.users {
        let arn = format!("arn:aws:iam::{}:user{}{}", account.id, user.path, user.name);
        state.users.insert(
            user.name.clone(),
            IamUser {
                user_name: user.name.clone(),
                user_id: format!("AIDA{:0>17}", user.name.to_uppercase()),
                arn,
                path: user.path.clone(),
                created_at: Utc::now(),
                tags: Vec::new(),
                permissions_boundary: None,
            },
        );
        let keys = user.keys.iter().map(|key| IamAccessKey {
            access_key_id: key.id.clone(),
            secret_access_key: key.secret.clone(),
            user_name: user.name.clone(),
            status: "Active".to_owned(),
            created_at: Utc::now(),
        });
        state.access_keys.insert(user.name.clone(), keys.collect());
        let policies: BTreeMap<_, _> = user
            .policies
            .iter()
            .enumerate()
            .map(|(number, policy)| (format!("policy{number}"), policy.clone()))
            .collect();
        state.user_inline_policies.insert(user.name.clone(), policies);
        for device in &user.mfa {
            let serial = format!("arn:aws:iam::{}:mfa/{}", account.id, user.name);
            state.virtual_mfa_devices.insert(
                serial.clone(),
                VirtualMfaDevice {
                    serial_number: serial,
                    base32_string_seed: device.seed.clone(),
                    qr_code_png: String::new(),
                    enable_date: Some(Utc::now()),
                    user: Some(user.name.clone()),
                    tags: Vec::new(),
                },
            );
        }
    }
    for role in &account.roles {
        state.roles.insert(
            role.name.clone(),
            IamRole {
                role_name: role.name.clone(),
                role_id: format!("AROA{:0>17}", role.name.to_uppercase()),
                arn: format!("arn:aws:iam::{}:role{}{}", account.id, role.path, role.name),
                path: role.path.clone(),
                assume_role_policy_document: role.trust.clone(),
                created_at: Utc::now(),
                description: None,
                max_session_duration: role.max_session_duration,
                tags: Vec::new(),
                permissions_boundary: None,
            },
        );
    }
}

fn root_path() -> String {
    "/".to_owned()
}

fn an_hour() -> i32 {
    3600
}
