//! How something stands, said by words and shape first and by colour as well.

/// The tone of a notice, a tag or a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It matters, and nothing is wrong; also what waits or is over.
    #[default]
    Plain,
    /// It is going on now.
    Active,
    /// It is done, and done well.
    Good,
    /// It needs somebody's attention.
    Care,
    /// It went wrong, or is refused.
    Bad,
    /// It is distinguished: shortlisted, awarded, commended.
    Honour,
}

impl Tone {
    /// All tones, for the gallery.
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Active,
        Self::Good,
        Self::Care,
        Self::Bad,
        Self::Honour,
    ];

    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Active => "active",
            Self::Good => "good",
            Self::Care => "care",
            Self::Bad => "bad",
            Self::Honour => "honour",
        }
    }
}
