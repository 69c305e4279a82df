//! How a thing of the domain looks wherever it is shown.

pub mod interest;
