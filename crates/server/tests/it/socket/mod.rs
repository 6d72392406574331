//! Sockets on a real port, and who may do what by them.

mod client;
mod editing;
mod entering;
mod leaving;

use std::net::SocketAddr;

use tokio::net::TcpListener;

pub(crate) use self::client::Client;
use self::client::Refused;
use crate::support::{Who, World};

/// A world with the small map, served on a port.
pub(crate) struct Port {
    pub(crate) world: World,
    /// A program that may do everything.
    pub(crate) program: Who,
    address: SocketAddr,
}

impl Port {
    async fn open() -> Self {
        let (world, program) = World::with_shop().await;
        Self::of(world, program).await
    }

    pub(crate) async fn of(world: World, program: Who) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = world.server.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { world, program, address }
    }

    /// Connects to the map as a stock provider in the hands of `who` does.
    pub(crate) async fn connect(&self, map: &str, who: &Who) -> Client {
        self.try_connect(map, who).await.unwrap()
    }

    async fn try_connect(&self, map: &str, who: &Who) -> Result<Client, Refused> {
        match who {
            Who::Program(token) => self.connect_with(&format!("/collab/{map}?token={token}"), &[]).await,
            Who::Browser(session) => {
                let cookie = format!("kelias_session={session}");
                let origin = format!("http://{}", self.address);
                self.connect_with(&format!("/collab/{map}"), &[("cookie", &cookie), ("origin", &origin)]).await
            }
            Who::Stranger => self.connect_with(&format!("/collab/{map}"), &[]).await,
        }
    }

    async fn connect_with(&self, path: &str, headers: &[(&str, &str)]) -> Result<Client, Refused> {
        Client::connect(self.address, path, headers).await
    }
}
