//! What anybody can see and do without an account: the award, its form, a nominator's own pages.
