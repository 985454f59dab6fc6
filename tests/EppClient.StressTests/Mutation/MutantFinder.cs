using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.StressTests.Mutation;

/// <summary>Finds where a file can be made wrong: comparisons, logic, arithmetic, constants, calls left out.</summary>
internal sealed class MutantFinder(string file) : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.LogicalAndExpression] = "||",
        [SyntaxKind.LogicalOrExpression] = "&&",
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*",
    };

    private readonly List<Mutant> _found = [];

    public static IReadOnlyList<Mutant> In(string file, string text)
    {
        var finder = new MutantFinder(file);
        finder.Visit(CSharpSyntaxTree.ParseText(text).GetRoot());
        return finder._found;
    }

    // What is written there stands for a reader, not for the machine.
    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        // Texts are joined with a plus too; a minus between them would not compile.
        if (Operators.TryGetValue(node.Kind(), out var other) && !node.DescendantNodes().Any(part => part.IsKind(SyntaxKind.StringLiteralExpression)))
        {
            Add(node.OperatorToken.Span, node.OperatorToken.Text, other, node);
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
        {
            Add(node.Span, node.ToString(), node.Operand.ToString(), node);
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                Add(node.Span, "true", "false", node);
                break;
            case SyntaxKind.FalseLiteralExpression:
                Add(node.Span, "false", "true", node);
                break;
            case SyntaxKind.NumericLiteralExpression when node.Token.Value is int number:
                Add(node.Span, node.ToString(), (number + 1).ToString(CultureInfo.InvariantCulture), node);
                break;
        }
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (node.Expression is InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax)
        {
            Add(node.Span, node.ToString(), ";", node);
        }

        base.VisitExpressionStatement(node);
    }

    private void Add(TextSpan span, string before, string after, SyntaxNode node) =>
        _found.Add(new Mutant(file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, span, before, after));
}
