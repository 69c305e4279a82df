//! What anybody can see and do without an account: the award, its form, a nominator's own pages.

mod bad_input;
mod checking;
mod closed;
pub(crate) mod filling;
mod home;
mod instances;
mod kept;
mod limits;
mod nominate;
mod nominations;
mod outages;
mod programme;
