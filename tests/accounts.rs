//! Coming in and going out: by letter, on any device, without passwords.

mod asking;
mod interests;
mod invitations;
mod sessions;
mod set_up;
mod sign_in;
