namespace EppClient.StressTests.Mutation;

public sealed class MutatedFileTests
{
    private const string Switch = "global::EppClient.StressTests.Mutation.Inserted.MutantSwitch.Is";

    [Fact]
    public void Original_and_mutated_expression_are_on_either_side_of_a_switch() =>
        Mutate("class A { bool M(bool a) => !a; }").Text.Should().Be($"class A {{ bool M(bool a) => ({Switch}(1) ? a : !a); }}");

    [Fact]
    public void Mutant_inside_another_is_in_its_original_only() =>
        Mutate("class A { bool M(bool a, bool b) => a && !b; }").Text.Should()
            .Be($"class A {{ bool M(bool a, bool b) => ({Switch}(1) ? a || !b : a && ({Switch}(2) ? b : !b)); }}");

    [Fact]
    public void Statement_is_left_out_behind_a_switch() =>
        Mutate("class A { void M() { N(!a); } }").Text.Should().Be($"class A {{ void M() {{ {{ if (!{Switch}(1)) {{ N(({Switch}(2) ? a : !a)); }} }} }} }}");

    [Fact]
    public void Error_inside_a_mutant_is_attributed_to_it()
    {
        var file = Mutate("class A\n{\n    int M(int a) => a + 1;\n}");

        file.At(3, file.Text.Split('\n')[2].IndexOf("a - 1", StringComparison.Ordinal) + 1).Should().ContainSingle().Which.After.Should().Be("-");
    }

    [Fact]
    public void Error_outside_all_mutants_is_attributed_to_those_of_its_member() =>
        Mutate("class A\n{\n    bool M()\n    {\n        N(true);\n        return x;\n    }\n\n    bool O() => true;\n}").At(6, 16)
            .Select(mutant => mutant.Line).Should().AllBeEquivalentTo(5).And.HaveCount(2);

    private static MutatedFile Mutate(string text) => new(text, MutantFinder.In("A.cs", text).Select((mutant, index) => mutant with { Number = index + 1 }));
}
