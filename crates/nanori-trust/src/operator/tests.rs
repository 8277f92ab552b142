use super::{BaseOperator, Operator, SetOperator};

#[test]
fn every_name_is_read_back() {
    for &base in BaseOperator::ALL {
        for set in [None, Some(SetOperator::ForAnyValue), Some(SetOperator::ForAllValues)] {
            for if_exists in [false, true] {
                let operator = Operator { set, base, if_exists };
                let expected = (!(base == BaseOperator::Null && if_exists)).then_some(operator);
                assert_eq!(Operator::parse(&operator.to_string()), expected, "{operator}");
                assert_eq!(Operator::parse(&operator.to_string().to_lowercase()), expected, "{operator}");
            }
        }
    }
}

#[test]
fn other_names_are_not() {
    for name in
        ["", "StringEqual", "IfExists", "ForEachValue:StringEquals", "BoolIfExist", "String Equals", "é"]
    {
        assert_eq!(Operator::parse(name), None, "{name}");
    }
}
