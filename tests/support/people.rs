//! Who appears in the tests. All of them are made up.

use plaudit_domain::person::Email;

/// Somebody by name and address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Somebody {
    pub(crate) name: &'static str,
    pub(crate) address: &'static str,
}

impl Somebody {
    /// The address as the domain holds it.
    pub(crate) fn email(self) -> Email {
        Email::parse(self.address).expect("the test's address is one")
    }
}

impl From<Somebody> for Email {
    fn from(somebody: Somebody) -> Self {
        somebody.email()
    }
}

/// Who runs the award.
pub(crate) const ADMINISTRATOR: Somebody = Somebody {
    name: "Ann Lee",
    address: "ann.lee@society.example",
};

/// Who judges it.
pub(crate) const JUDGES: [Somebody; 3] = [
    Somebody {
        name: "Bola Idris",
        address: "bola.idris@judges.example",
    },
    Somebody {
        name: "Carys Vaughan",
        address: "carys.vaughan@judges.example",
    },
    Somebody {
        name: "Dev Mistry",
        address: "dev.mistry@judges.example",
    },
];
