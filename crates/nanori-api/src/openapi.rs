//! The OpenAPI 3.1 document, written from the types so that it cannot say anything else than the code does.
//!
//! Runs natively only; the worker serves the text that this wrote.

// `value["key"] = …` inserts into an object made two lines above; it cannot miss.
#![allow(clippy::indexing_slicing)]

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::{
    Config, ConsoleRequest, ConsoleResponse, Health, IdentityRequest, MAX_BODY_BYTES, Problem, ProblemCode,
    REQUEST_HEADER, SessionAnswer, SessionView, SignOutResponse, SwitchRequest, SwitchResponse, path,
};

/// The whole document.
#[must_use]
pub fn document(version: &str) -> Value {
    let mut schemas = SchemaSettings::draft2020_12()
        .with(|settings| settings.definitions_path = "/components/schemas".into())
        .into_generator();
    let paths = paths(&mut schemas);
    let problem = response::<Problem>(&mut schemas, "A problem, RFC 9457", Problem::CONTENT_TYPE);
    let codes: Map<String, Value> = ProblemCode::ALL
        .iter()
        .map(|code| (code.as_str().to_owned(), json!({ "status": code.status(), "title": code.title() })))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Nanori",
            "version": version,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
            "description": "Switch AWS roles under your own name. Requests to STS arrive signed and in parts; \
                the worker writes them again from typed values and never sees a long-term secret.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "responses": { "Problem": problem },
            "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": "__Host-nanori" } },
        },
        "x-problem-codes": codes,
    })
}

fn paths(schemas: &mut SchemaGenerator) -> Value {
    json!({
        path::HEALTH: { "get": query::<Health>(schemas, "health", "Whether the worker answers", false) },
        path::CONFIG: { "get": query::<Config>(schemas, "config", "The deployment's public facts", false) },
        path::SESSION: { "get": query::<SessionAnswer>(schemas, "session", "Who is signed in, if anybody is", false) },
        path::IDENTITY: {
            "post": command::<IdentityRequest, SessionView>(schemas, "identity", "Sign in by a signed GetCallerIdentity", false)
        },
        path::SWITCH: {
            "post": command::<SwitchRequest, SwitchResponse>(schemas, "switch", "Switch by a signed AssumeRole", true)
        },
        path::CONSOLE: {
            "post": command::<ConsoleRequest, ConsoleResponse>(schemas, "console", "A console for credentials already held", true)
        },
        path::SIGN_OUT: {
            "post": command::<Map<String, Value>, SignOutResponse>(schemas, "signOut", "Sign out of the portal", false)
        },
        path::OPENAPI: { "get": {
            "operationId": "openapi",
            "summary": "This document",
            "responses": { "200": { "description": "OpenAPI 3.1", "content": { "application/json": {} } } },
        } },
    })
}

fn query<Answer: JsonSchema>(schemas: &mut SchemaGenerator, id: &str, summary: &str, session: bool) -> Value {
    json!({
        "operationId": id,
        "summary": summary,
        "security": security(session),
        "responses": {
            "200": response::<Answer>(schemas, summary, "application/json"),
            "default": { "$ref": "#/components/responses/Problem" },
        },
    })
}

fn command<Body: JsonSchema, Answer: JsonSchema>(
    schemas: &mut SchemaGenerator,
    id: &str,
    summary: &str,
    session: bool,
) -> Value {
    let body = schemas.subschema_for::<Body>();
    let mut operation = query::<Answer>(schemas, id, summary, session);
    operation["parameters"] = json!([{
        "name": REQUEST_HEADER,
        "in": "header",
        "required": true,
        "description": "No form of another site can send it",
        "schema": { "const": "1" },
    }]);
    operation["requestBody"] = json!({
        "required": true,
        "description": format!("At most {MAX_BODY_BYTES} bytes"),
        "content": { "application/json": { "schema": body } },
    });
    operation
}

fn response<Answer: JsonSchema>(schemas: &mut SchemaGenerator, description: &str, media_type: &str) -> Value {
    json!({
        "description": description,
        "content": { media_type: { "schema": schemas.subschema_for::<Answer>() } },
    })
}

fn security(session: bool) -> Value {
    if session { json!([{ "session": [] }]) } else { json!([]) }
}
