namespace EppClient.StressTests.Mutation;

public sealed class MutantFinderTests
{
    [Theory]
    [InlineData("bool M(int a) => a < 1;", "bool M(int a) => a <= 1;", "bool M(int a) => a < 2;")]
    [InlineData("bool M(bool a, bool b) => a && !b;", "bool M(bool a, bool b) => a || !b;", "bool M(bool a, bool b) => a && b;")]
    [InlineData("bool M() => true;", "bool M() => false;")]
    [InlineData("int M(int a, int b) => a + b;", "int M(int a, int b) => a - b;")]
    [InlineData("bool M(object a) => a is null;", "bool M(object a) => !(a is null);")]
    [InlineData("void M() { if (a) { } }", "void M() { if (!(a)) { } }")]
    [InlineData("void M() { N(); }", "void M() {  }")]
    [InlineData("async Task M() { await N(); }", "async Task M() {  }")]
    [InlineData("void M() { _a = b; }", "void M() {  }")]
    public void Each_location_is_mutated_once(string member, params string[] mutated) =>
        MutantFinder.In("A.cs", member).Select(mutant => mutant.In(member)).Should().BeEquivalentTo(mutated);

    [Theory]
    [InlineData("[Some(1, true)] void M() { }")]
    [InlineData("const int A = 1;")]
    [InlineData("void M(int a = 1) { }")]
    [InlineData("bool M(int a) => a is > 1 and var b;")]
    [InlineData("string M(string a) => a + \"text\";")]
    public void Code_that_cannot_be_switched_is_not_mutated(string member) => MutantFinder.In("A.cs", member).Should().BeEmpty();

    [Theory]
    [InlineData("void M() { Log.Opened(_logger, 1); }")]
    [InlineData("void M(string a) { ArgumentNullException.ThrowIfNull(a); }")]
    [InlineData("void M(int a) { throw new InvalidOperationException($\"{a + 1} rows\"); }")]
    [InlineData("Task M(Task a) => a.ConfigureAwait(false);")]
    public void Code_that_no_test_checks_is_not_mutated(string member) => MutantFinder.In("A.cs", member).Should().BeEmpty();

    [Theory]
    [InlineData("static readonly int A = 1;", true)]
    [InlineData("static readonly Func<int> A = () => 1;", false)]
    [InlineData("readonly int _a = 1;", false)]
    [InlineData("static int M() => 1;", false)]
    public void Static_field_initializer_is_marked_as_run_once(string member, bool runsOnce) =>
        MutantFinder.In("A.cs", $"class A {{ {member} }}").Should().ContainSingle().Which.RunsOnce.Should().Be(runsOnce);

    [Fact]
    public void Mutant_reports_its_location() =>
        MutantFinder.In("A.cs", "class A\n{\n    bool M() => true;\n}").Should().ContainSingle().Which.ToString().Should().Be("A.cs:3: `true` became `false`");
}
