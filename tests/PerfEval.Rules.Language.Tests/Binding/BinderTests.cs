namespace PerfEval.Rules.Language.Tests.Binding;

/// <summary>Where a mistake is marked, what is said of it, and what the fixes make of the text.</summary>
public sealed class BinderTests
{
    [Fact]
    public void An_unknown_name_names_the_nearest() => Check(
        "[|预算树|] * 2",
        "PE0101: there is no input, param or table named `预算树`; did you mean `预算数`",
        "预算数 * 2");

    [Fact]
    public void Letter_case_is_put_right() => Check("[|weight|] * 2", "PE0101: there is no input, param or table named `weight`; did you mean `Weight`", "Weight * 2");

    [Fact]
    public void Two_names_equally_near_give_no_fix() => Check("[|执行|] * 2", "PE0101: there is no input, param or table named `执行`; did you mean `执行数`");

    [Fact]
    public void A_name_like_no_other_gets_no_suggestion() => Check("1 + [|财政拨款依存度|]", "PE0101: there is no input, param or table named `财政拨款依存度`");

    [Fact]
    public void A_column_of_the_row_at_hand_gets_its_row() => Check(
        "[|备注|] == \"无\"",
        "PE0102: `备注` is a column of `台账` and is reached through a row, such as `row.备注`",
        "row.备注 == \"无\"");

    [Fact]
    public void A_column_in_a_lambda_gets_the_parameter() => Check(
        "项目.Sum(p => [|预算|])",
        "PE0102: `预算` is a column of `项目` and is reached through a row, such as `p.预算`",
        "项目.Sum(p => p.预算)");

    [Fact]
    public void A_column_without_any_row_gets_a_hint() => Check(
        "[|完成率|] > 1",
        "PE0102: `完成率` is a column of `项目` and is reached through a row, such as `p.完成率`");

    [Fact]
    public void Comparing_text_with_a_number_is_reported_at_the_operator() =>
        Check("单位名称 [|<|] 5", "PE0103: operator `<` is not defined for text and number");

    [Fact]
    public void A_step_of_a_chain_is_reported_at_its_own_operator() =>
        Check("人数 + 编制 [|-|] 预算数 + 1", "PE0103: operator `-` is not defined for number and money");

    [Fact]
    public void A_full_width_operator_is_named_by_its_ascii_form() =>
        Check("单位名称 [|＜|] 5", "PE0103: operator `<` is not defined for text and number");

    [Fact]
    public void A_plain_literal_against_money_is_given_either_unit() => Check(
        "预算数 > [|50|]",
        "PE0104: a number that meets money needs its unit: `50万元` or `50元`",
        "预算数 > 50万元",
        "预算数 > 50元");

    [Fact]
    public void The_sign_of_a_literal_stays_where_it_is() => Check(
        "max(预算数, -[|0.5|])",
        "PE0104: a number that meets money needs its unit: `0.5万元` or `0.5元`",
        "max(预算数, -0.5万元)",
        "max(预算数, -0.5元)");

    [Fact]
    public void Comparing_with_null_becomes_a_test() => Check(
        "[|执行率 == null|] ? 0 : 1",
        "PE0106: a missing value is not found with `==`; write `is null`",
        "执行率 is null ? 0 : 1");

    [Fact]
    public void A_sum_compared_with_null_gets_brackets() => Check(
        "[|null != 人数 + 编制|]",
        "PE0106: a missing value is not found with `!=`; write `is not null`",
        "(人数 + 编制) is not null");

    [Fact]
    public void A_text_that_is_no_choice_names_the_nearest() => Check(
        "等级 == [|\"优良\"|]",
        "PE0107: `优良` is not one of the choices (`优秀`、`良好`、`中等`、`较差`); did you mean `优秀`",
        "等级 == \"优秀\"");

    [Fact]
    public void A_percentage_against_another_unit_loses_its_sign() => Check(
        "人数 >= [|90%|]",
        "PE0108: a percentage meets a number counted in `人`; `90` may be meant",
        "人数 >= 90");

    [Fact]
    public void A_number_of_hundreds_against_a_percentage_gets_the_sign() => Check(
        "执行率 >= [|90|]",
        "PE0114: `90` meets a percentage and means 9000%; `90%` may be meant",
        "执行率 >= 90%");

    [Fact]
    public void A_misspelt_column_names_the_nearest() => Check("row.[|金客|]", "PE0120: `台账` has no column `金客`; did you mean `金额`", "row.金额");

    [Fact]
    public void A_column_of_a_table_shows_both_ways_to_a_row() => Check(
        "项目.[|预算|]",
        "PE0122: a column is reached through a row: by a function, `项目.Sum(p => p.预算)`, or by a key, `项目[key].预算`");

    [Fact]
    public void A_misspelt_column_of_a_whole_table_names_the_nearest_without_a_fix() => Check("项目.[|预箕|]", "PE0120: `项目` has no column `预箕`; did you mean `预算`");

    [Fact]
    public void An_unknown_code_names_the_nearest() => Check("score([|\"LH3\"|])", "PE0125: `score` knows no `LH3`; did you mean `LH1`");

    [Fact]
    public void An_unknown_function_names_the_nearest() => Check("[|rond|](1.5)", "PE0130: there is no function `rond`; did you mean `round`", "round(1.5)");

    [Fact]
    public void A_bare_name_near_a_function_is_not_put_right_by_it() => Check("[|rond|] + 1", "PE0101: there is no input, param or table named `rond`; did you mean `round`");

    [Fact]
    public void Behind_a_dot_only_functions_of_tables_are_near() => Check("项目.[|rond|](2)", "PE0130: there is no function `rond`");

    [Fact]
    public void A_wrong_number_of_arguments_shows_the_signature() =>
        Check("[|clamp|](1, 2)", "PE0131: wrong number of arguments: `clamp(x, low, high)` is expected, 2 given");

    [Fact]
    public void An_argument_of_the_wrong_type_names_its_parameter() => Check("clamp(1, [|\"a\"|], 3)", "PE0132: `low` of `clamp` takes a number, this is text");

    [Fact]
    public void A_function_of_numbers_after_a_dot_is_written_in_front() => Check(
        "(人数 - 编制).[|round|](2)",
        "PE0134: `round` is not written after a dot; write `round(…)`",
        "round((人数 - 编制), 2)");

    [Fact]
    public void A_bare_column_as_argument_becomes_a_lambda() => Check(
        "项目.Sum([|完成率|])",
        "PE0136: `value` of `sum` is written for each row, such as `p => p.column`",
        "项目.Sum(p => p.完成率)");

    [Fact]
    public void The_body_of_a_lambda_is_marked_where_its_type_is_wrong() =>
        Check("项目.Count(p => [|p.预算|])", "PE0132: `condition` of `count` takes true or false for each row, this is money");

    [Fact]
    public void A_hiding_parameter_is_marked_itself() => Check("项目.Sum([|row|] => row.预算)", "PE0137: `row` already has a meaning; choose another name");

    [Fact]
    public void An_uncovered_value_is_shown_as_the_author_writes_it() => Check(
        "执行率 [|switch|] { >= 90% => 5, < 80% => 0 }",
        "PE0143: the switch does not cover every value, such as `80%`; add an arm, or end it in `_ => …`");

    [Fact]
    public void An_unreachable_arm_names_the_arm_that_hides_it() => Check(
        "执行率 switch { >= 90% => 5, >= 80% => 3, [|>= 85%|] => 4, _ => 0 }",
        "PE0144: this arm is never reached: the arms up to arm 2, `>= 80%`, cover it");

    [Fact]
    public void Messages_come_in_chinese_first()
    {
        var message = Expression.Compile("预算数 + 人数", Declared.Scope()).Diagnostics.Single().Message;
        Assert.Equal("运算符 `+` 不能用于金额与数值", message.Zh);
    }

    private static void Check(string marked, string expected, params string[] fixedTexts)
    {
        var (text, span) = MarkedText.Parse(marked);
        var diagnostic = Assert.Single(Expression.Compile(text, Declared.Scope()).Diagnostics);

        Assert.Equal(expected, diagnostic.ToString());
        Assert.Equal(marked, MarkedText.Mark(text, diagnostic.Span));
        Assert.Equal(span, diagnostic.Span);
        Assert.Equal(fixedTexts, diagnostic.Fixes.Select(fix => fix.Apply(text)));
        Assert.All(fixedTexts, repaired => Assert.Empty(Expression.Compile(repaired, Declared.Scope()).Diagnostics));
    }
}
