use super::{Broken, broken, each_gives_its_fault_alone};

const FAULTS: &[Broken] = &[
    broken("terms.csv", "brandt-2031,1,", "brandt-3031,1,", "brandt-3031", &["no article has the id `brandt-3031`"]),
    broken(
        "terms.csv",
        "brandt-2031,1,",
        "brandt-2031,9,",
        "brandt-2031,9,",
        &["¶9 lies outside the article `brandt-2031`"],
    ),
    broken(
        "terms.csv",
        "brandt-2031,1,",
        "brandt-2031,1.0,",
        "brandt-2031,1.0,",
        &["put decimals into `p`", "write 1"],
    ),
    broken("terms.csv", "debt,2", "debt,0", "debt,0", &["“debt” is counted 0 times", "cargo xtask derive"]),
    broken("terms.csv", "debt,2", "debt,two", "debt,two", &["`count` is “two”", "whole number"]),
    broken(
        "terms.csv",
        "debt,2",
        "debt,1\nbrandt-2031,1,debt,1",
        "brandt-2031,1,debt,1\nbrandt-2031,1,fellow",
        &["“debt” stands twice for ¶1"],
    ),
    broken(
        "anchors.csv",
        "brandt-2031,1,1,",
        "brandt-2031,1,4,",
        "brandt-2031,1,4,",
        &["¶1.4 where ¶1.1 was to come", "cargo xtask derive"],
    ),
    broken(
        "anchors.csv",
        "leaflet-2031,3,1,",
        "leaflet-2031,4,1,8,,\nleaflet-2031,3,1,",
        "leaflet-2031,4,1,",
        &["¶4 has no block in articles/leaflet-2031.md, which has 3 blocks (1 to 3)", "[4]"],
    ),
    broken(
        "variants.csv",
        "lee-b.txt",
        "lee-c.txt",
        "lee-c.txt",
        &["no witness has the id `lee-c.txt`", "articles/lee-2031.md"],
    ),
    broken(
        "repairs.csv",
        "lee-b.txt",
        "lee-bb.txt",
        "lee-bb.txt",
        &["no witness has the id `lee-bb.txt`", "write `lee-b.txt`"],
    ),
];

#[test]
fn each_fault_of_a_generated_file_is_told_with_its_line() {
    each_gives_its_fault_alone(FAULTS);
}
