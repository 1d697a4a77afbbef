//! What makes a test run the same twice.

use proptest::test_runner::{Config, RngSeed};

#[test]
fn property_tests_draw_the_same_inputs_in_every_run() {
    let said =
        "PROPTEST_RNG_SEED is not set: run `cargo test` below the folder of .cargo/config.toml";
    assert_ne!(Config::default().rng_seed, RngSeed::Random, "{said}");
}
