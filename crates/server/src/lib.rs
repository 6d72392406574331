//! The server: routes, sockets and their OpenAPI description.
