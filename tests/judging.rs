//! What judges see and do: the desk, the gate of a case, the scorecard.
