//! What a cell means: typed values that also say how they were understood.

mod count;
mod country;
mod figures;
mod funding;
mod money;
mod period;
mod status;

pub use count::*;
pub use country::*;
pub use figures::Figures;
pub use funding::*;
pub use money::*;
pub use period::*;
pub use status::*;
