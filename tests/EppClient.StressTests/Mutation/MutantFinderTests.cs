namespace EppClient.StressTests.Mutation;

public sealed class MutantFinderTests
{
    [Theory]
    [InlineData("bool M(int a) => a < 1;", "bool M(int a) => a <= 1;", "bool M(int a) => a < 2;")]
    [InlineData("bool M(bool a, bool b) => a && !b;", "bool M(bool a, bool b) => a || !b;", "bool M(bool a, bool b) => a && b;")]
    [InlineData("bool M() => true;", "bool M() => false;")]
    [InlineData("void M() { N(); }", "void M() { ; }")]
    [InlineData("int M(int a, int b) => a + b;", "int M(int a, int b) => a - b;")]
    public void Each_mistake_is_made_once(string member, params string[] mistakes) =>
        MutantFinder.In("A.cs", member).Select(mutant => mutant.In(member)).Should().BeEquivalentTo(mistakes);

    [Theory]
    [InlineData("[Some(1, true)] void M() { }")]
    [InlineData("string M(string a) => a + \"text\";")]
    public void What_only_a_reader_sees_or_cannot_compile_is_left(string member) => MutantFinder.In("A.cs", member).Should().BeEmpty();

    [Fact]
    public void Mistake_tells_its_place() =>
        MutantFinder.In("A.cs", "class A\n{\n    bool M() => true;\n}").Should().ContainSingle().Which.ToString().Should().Be("A.cs:3: `true` became `false`");
}
