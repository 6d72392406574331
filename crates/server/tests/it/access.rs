//! Coming in, who one is, going out.

use axum::http::{Method, StatusCode};
use kelias_server::Location;
use serde_json::json;

use crate::support::{MINUTE, Who, World};

#[tokio::test]
async fn the_sign_in_link_works_once_within_an_hour() {
    let world = World::new().await;
    let path = world.server.sign_in_path().await.unwrap();
    // Programs that look at links first do not spend it.
    world.ask(Method::HEAD, &path, &Who::Stranger).send().await.expect(StatusCode::NOT_FOUND);
    let answer = world.get(&path, &Who::Stranger).send().await.expect(StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), "/");
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "{cookie}");
    world.get(&path, &Who::Stranger).send().await.problem(StatusCode::NOT_FOUND, "not-found");
    let by_hand = world.get(&path, &Who::Stranger).header("accept", "text/html").send().await;
    assert_eq!((by_hand.status, by_hand.location()), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(by_hand.header("set-cookie"), "");
    let late = world.server.sign_in_path().await.unwrap();
    world.pass(61 * MINUTE);
    world.get(&late, &Who::Stranger).send().await.expect(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn cookies_do_not_travel_without_https_where_people_use_it() {
    let world = World::with(None, |config| config.public_url = Some("https://maps.example.org".to_owned())).await;
    let path = world.server.sign_in_path().await.unwrap();
    let answer = world.get(&path, &Who::Stranger).send().await;
    assert!(answer.header("set-cookie").contains("Secure"));
    let program = world.program().await;
    world.post("/api/v1/maps", &program).yaml(crate::support::SHOP).send().await.expect(StatusCode::CREATED);
    let made = world.post("/api/v1/maps/shop/links", &program).json(&json!({ "can_edit": false })).send().await;
    assert!(made.json()["url"].as_str().unwrap().starts_with("https://maps.example.org/share/"));
}

#[tokio::test]
async fn everybody_learns_who_they_are() {
    let (world, program) = World::with_shop().await;
    let owner = world.owner().await;
    let guest = world.guest("shop", false).await;
    let session = |who: Who| {
        let world = &world;
        async move { world.get("/api/v1/session", &who).send().await.expect(StatusCode::OK).json() }
    };
    let version = env!("CARGO_PKG_VERSION");
    let expected = json!({ "actor": "owner", "name": "Owner", "can_edit": true, "version": version });
    assert_eq!(session(owner.clone()).await, expected);
    let expected = json!({ "actor": "token", "name": "Tests", "can_edit": true, "version": version });
    assert_eq!(session(program).await, expected);
    let expected = json!({ "actor": "guest", "name": "Gintarė", "maps": [{ "map": "shop", "can_edit": false }], "can_edit": false, "version": version });
    assert_eq!(session(guest.clone()).await, expected);
    for who in [&owner, &guest] {
        let rename = |name: &str| world.ask(Method::PATCH, "/api/v1/session", who).json(&json!({ "name": name }));
        rename("  Ona ").send().await.expect(StatusCode::OK);
        assert_eq!(session(who.clone()).await["name"], "Ona");
        for bad in ["", "   ", "a\u{0}b", &"x".repeat(81)] {
            rename(bad).send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
        }
    }
}

#[tokio::test]
async fn a_session_ends_when_it_is_ended_or_old() {
    let (world, _) = World::with_shop().await;
    let owner = world.owner().await;
    let ended = world.ask(Method::DELETE, "/api/v1/session", &owner).send().await.expect(StatusCode::NO_CONTENT);
    assert!(ended.header("set-cookie").contains("Max-Age=0"));
    // The cookie that was kept all the same opens nothing.
    world.get("/api/v1/session", &owner).send().await.problem(StatusCode::UNAUTHORIZED, "signed-out");
    let another = world.owner().await;
    world.pass(31 * 24 * 60 * MINUTE);
    world.get("/api/v1/session", &another).send().await.problem(StatusCode::UNAUTHORIZED, "signed-out");
}

#[tokio::test]
async fn a_share_link_greets_lets_in_and_can_be_revoked() {
    let (world, program) = World::with_shop().await;
    let path = "/api/v1/maps/shop/links";
    let made =
        world.post(path, &program).json(&json!({ "can_edit": true })).send().await.expect(StatusCode::CREATED).json();
    let url = made["url"].as_str().unwrap();
    let secret = url.strip_prefix("http://kelias.test/share/").unwrap();
    let greeting = world.get(&format!("/api/v1/links/{secret}"), &Who::Stranger).send().await;
    assert_eq!(greeting.json(), json!({ "map": "shop", "title": "Shop", "can_edit": true }));
    let enter =
        |name: &str| world.post("/api/v1/guests", &Who::Stranger).json(&json!({ "link": secret, "name": name }));
    enter(" ").send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    let entered = enter("Jonas").send().await.expect(StatusCode::CREATED);
    assert_eq!(entered.json(), json!({ "map": "shop", "can_edit": true }));
    let listed = world.get(path, &program).send().await;
    assert!(!listed.text().contains(secret), "the secret is told once");
    assert_eq!(listed.json()[0]["created_by"], "Tests");
    let guest = world.guest("shop", true).await;
    for link in listed
        .json()
        .as_array()
        .unwrap()
        .iter()
        .chain(world.get(path, &program).send().await.json().as_array().unwrap())
    {
        let revoke = format!("{path}/{}", link["id"].as_str().unwrap());
        world.ask(Method::DELETE, &revoke, &program).send().await;
    }
    world.get("/api/v1/maps/shop", &guest).send().await.problem(StatusCode::UNAUTHORIZED, "signed-out");
    enter("Jonas").send().await.problem(StatusCode::NOT_FOUND, "not-found");
    world
        .ask(Method::DELETE, &format!("{path}/none"), &program)
        .send()
        .await
        .problem(StatusCode::NOT_FOUND, "not-found");
}

#[tokio::test]
async fn a_guest_may_follow_several_links() {
    let (world, program) = World::with_shop().await;
    let other = crate::support::SHOP.replace("id: shop", "id: other");
    world.post("/api/v1/maps", &program).yaml(&other).send().await.expect(StatusCode::CREATED);
    let guest = world.guest("shop", true).await;
    let Who::Browser(session) = &guest else { unreachable!("a guest has a browser") };
    for (map, can_edit, expected) in [("other", false, false), ("shop", false, true)] {
        let (_, secret) = world.store.new_link(map, can_edit, None, "Tests", world.now()).await.unwrap();
        world.pass(MINUTE);
        let entering = json!({ "link": secret.as_str(), "name": "Gintarė K." });
        let entered = world.post("/api/v1/guests", &guest).json(&entering).send().await.expect(StatusCode::CREATED);
        assert_eq!(entered.session(), *session, "the other tabs of the browser stay signed in");
        assert_eq!(entered.json(), json!({ "map": map, "can_edit": expected }));
    }
    let read = || async { world.get("/api/v1/session", &guest).send().await.expect(StatusCode::OK).json() };
    let maps = json!([{ "map": "shop", "can_edit": true }, { "map": "other", "can_edit": false }]);
    let known = read().await;
    assert_eq!((&known["maps"], &known["name"], &known["can_edit"]), (&maps, &json!("Gintarė K."), &json!(true)));
    let keep =
        |map: &str| world.post(&format!("/api/v1/maps/{map}/versions"), &guest).json(&json!({ "title": "Mine" }));
    keep("shop").send().await.expect(StatusCode::CREATED);
    keep("other").send().await.problem(StatusCode::FORBIDDEN, "forbidden");
    // Revoking a link takes what it opened, and nothing else.
    let links = world.store.links("shop").await.unwrap();
    let edit = links.iter().find(|link| link.can_edit).unwrap();
    let revoke = format!("/api/v1/maps/shop/links/{}", edit.id);
    world.ask(Method::DELETE, &revoke, &program).send().await.expect(StatusCode::NO_CONTENT);
    keep("shop").send().await.problem(StatusCode::FORBIDDEN, "forbidden");
    for map in ["shop", "other"] {
        world.get(&format!("/api/v1/maps/{map}"), &guest).send().await.expect(StatusCode::OK);
    }
    assert_eq!(read().await["can_edit"], false);
}

#[tokio::test]
async fn a_link_may_have_its_time() {
    let (world, program) = World::with_shop().await;
    let ask = |until: &str| {
        world.post("/api/v1/maps/shop/links", &program).json(&json!({ "can_edit": false, "expires_at": until }))
    };
    ask("2026-06-30T00:00:00Z").send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    ask("tomorrow").send().await.problem(StatusCode::UNPROCESSABLE_ENTITY, "invalid-values");
    let made = ask("2026-07-01T15:30:00+03:00").send().await.expect(StatusCode::CREATED).json();
    assert_eq!(made["expires_at"], "2026-07-01T12:30:00Z");
    let secret = made["url"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let greet = || world.get(&format!("/api/v1/links/{secret}"), &Who::Stranger).send();
    greet().await.expect(StatusCode::OK);
    world.pass(31 * MINUTE);
    greet().await.problem(StatusCode::NOT_FOUND, "not-found");
    let listed = world.get("/api/v1/maps/shop/links", &program).send().await.json();
    assert_eq!(listed[0]["is_over"], true);
}

#[tokio::test]
async fn the_owner_needs_no_link() {
    let (world, _) = World::with_shop().await;
    let owner = world.owner().await;
    let (_, secret) = world.store.new_link("shop", false, None, "Tests", world.now()).await.unwrap();
    let entering = json!({ "link": secret.as_str(), "name": "Ona" });
    let entered = world.post("/api/v1/guests", &owner).json(&entering).send().await.expect(StatusCode::OK);
    assert_eq!(entered.header("set-cookie"), "");
    assert_eq!(entered.json(), json!({ "map": "shop", "can_edit": true }));
}

#[tokio::test]
async fn one_secret_does_not_serve_for_another() {
    let (world, program) = World::with_shop().await;
    let Who::Browser(session) = world.owner().await else { unreachable!("the owner has a browser") };
    let Who::Program(token) = &program else { unreachable!("a program has a token") };
    let (_, link) = world.store.new_link("shop", true, None, "Tests", world.now()).await.unwrap();
    let foreign = [
        Who::Program(session),
        Who::Program(link.as_str().to_owned()),
        Who::Program("x".repeat(43)),
        Who::Program(String::new()),
        Who::Browser(token.clone()),
        Who::Browser(link.as_str().to_owned()),
    ];
    for who in foreign {
        world.get("/api/v1/maps", &who).send().await.problem(StatusCode::UNAUTHORIZED, "signed-out");
    }
    let revoked = world.store.tokens().await.unwrap().remove(0);
    world.store.revoke_token(&revoked.id).await.unwrap();
    world.get("/api/v1/maps", &program).send().await.problem(StatusCode::UNAUTHORIZED, "signed-out");
}

#[test]
fn a_databases_password_stays_out_of_the_log() {
    let config = kelias_server::Config::new(Location::Postgres("postgres://u:secret@h/d".to_owned()));
    assert!(!format!("{config:?}").contains("secret"));
}
