using System.Globalization;
using System.Text;
using EppClient.StressTests.Mutation.Inserted;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.StressTests.Mutation;

/// <summary>A file with all its mutants, each behind a switch: <c>(MutantSwitch.Is(17) ? mutated : original)</c>.</summary>
internal sealed class MutatedFile
{
    private const string Switch = $"global::EppClient.StressTests.Mutation.Inserted.{nameof(MutantSwitch)}.{nameof(MutantSwitch.Is)}";

    private readonly string _original;
    private readonly StringBuilder _text = new();
    private readonly List<(Mutant Mutant, TextSpan Scope, TextSpan Mutated)> _places = [];

    public MutatedFile(string original, IEnumerable<Mutant> mutants)
    {
        _original = original;
        Mutants = [.. mutants.OrderBy(mutant => mutant.Scope.Start).ThenByDescending(mutant => mutant.Scope.Length).ThenByDescending(mutant => mutant.IsStatement)];
        Write(TextSpan.FromBounds(0, original.Length), 0, Mutants.Count);
        Text = _text.ToString();
    }

    public IReadOnlyList<Mutant> Mutants { get; }

    public string Text { get; }

    public static string SwitchOf(Mutant mutant) => string.Create(CultureInfo.InvariantCulture, $"{Switch}({mutant.Number})");

    /// <summary>Returns the mutants that can cause a compiler error: the innermost around its location, else all of the member.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public IReadOnlyList<Mutant> At(int line, int column)
    {
        var position = SourceText.From(Text).Lines[line - 1].Start + column - 1;
        var around = _places.Where(place => place.Mutated.Contains(position)).OrderBy(place => place.Mutated.Length)
            .Concat(_places.Where(place => place.Scope.Contains(position)).OrderBy(place => place.Scope.Length))
            .ToList();
        if (around.Count > 0)
        {
            return [around[0].Mutant];
        }

        var member = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().FindToken(position).Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        return [.. _places.Where(place => member?.Span.Contains(place.Scope) == true).Select(place => place.Mutant)];
    }

    // The scopes of the mutants from first to end are inside the span.
    private void Write(TextSpan span, int first, int end)
    {
        var written = span.Start;
        while (first < end)
        {
            var mutant = Mutants[first];
            _text.Append(_original, written, mutant.Scope.Start - written);
            var after = first + 1;
            while (after < end && Mutants[after].Scope.Start < mutant.Scope.End)
            {
                after++;
            }

            WriteSwitch(mutant, first + 1, after);
            (written, first) = (mutant.Scope.End, after);
        }

        _text.Append(_original, written, span.End - written);
    }

    private void WriteSwitch(Mutant mutant, int first, int end)
    {
        var start = _text.Length;
        _text.Append(CultureInfo.InvariantCulture, $"{(mutant.IsStatement ? "{ if (!" : "(")}{SwitchOf(mutant)}{(mutant.IsStatement ? ") { " : " ? ")}");
        var mutated = _text.Length;
        if (!mutant.IsStatement)
        {
            _text.Append(mutant.MutatedScope(_original));
        }

        var mutatedEnd = _text.Length;
        _text.Append(mutant.IsStatement ? string.Empty : " : ");
        Write(mutant.Scope, first, end);
        _text.Append(mutant.IsStatement ? " } }" : ")");
        _places.Add((mutant, TextSpan.FromBounds(start, _text.Length), TextSpan.FromBounds(mutated, mutatedEnd)));
    }
}
