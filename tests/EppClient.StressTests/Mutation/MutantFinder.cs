using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.StressTests.Mutation;

/// <summary>Finds the possible mutations in a file: comparisons, logic, conditions, arithmetic, constants, calls and assignments.</summary>
internal sealed class MutantFinder(string file) : CSharpSyntaxWalker
{
    private static readonly CSharpParseOptions Newest = new(LanguageVersion.Preview);

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
        finder.Visit(CSharpSyntaxTree.ParseText(text, Newest).GetRoot());
        return finder._found;
    }

    // A constant expression cannot depend on a switch.
    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    public override void VisitParameter(ParameterSyntax node)
    {
    }

    public override void VisitEnumMemberDeclaration(EnumMemberDeclarationSyntax node)
    {
    }

    public override void VisitConstantPattern(ConstantPatternSyntax node)
    {
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
    }

    public override void VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitFieldDeclaration(node);
        }
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (!node.IsConst)
        {
            base.VisitLocalDeclarationStatement(node);
        }
    }

    // Exception messages are not mutated.
    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
    }

    public override void VisitThrowExpression(ThrowExpressionSyntax node)
    {
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        if (!node.Type.ToString().EndsWith("Exception", StringComparison.Ordinal))
        {
            base.VisitObjectCreationExpression(node);
        }
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (IsConfigureAwait(node))
        {
            Visit(node.Expression);
        }
        else if (!IsLeft(node))
        {
            base.VisitInvocationExpression(node);
        }
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        // String concatenation also uses +; - would not compile.
        if (Operators.TryGetValue(node.Kind(), out var other) && !node.DescendantNodes().Any(part => part.IsKind(SyntaxKind.StringLiteralExpression)))
        {
            Add(node, node.OperatorToken.Span, node.OperatorToken.Text, other);
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.LogicalNotExpression))
        {
            Add(node, node.Span, node.ToString(), node.Operand.ToString());
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        // A variable of the pattern would be unassigned where it is used.
        if (!node.Pattern.DescendantNodesAndSelf().Any(part => part is SingleVariableDesignationSyntax))
        {
            Negate(node);
        }

        base.VisitIsPatternExpression(node);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        NegateCondition(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        NegateCondition(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                Add(node, node.Span, "true", "false");
                break;
            case SyntaxKind.FalseLiteralExpression:
                Add(node, node.Span, "false", "true");
                break;
            case SyntaxKind.NumericLiteralExpression when node.Token.Value is int number:
                Add(node, node.Span, node.ToString(), (number + 1).ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var isLeftOut = node.Expression switch
        {
            InvocationExpressionSyntax call => !IsLeft(call),
            AwaitExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax => true,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax or ElementAccessExpressionSyntax } => true,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax field } => field.Identifier.Text is ['_', _, ..],
            _ => false,
        };
        if (isLeftOut)
        {
            Add(node, node.Span, node.ToString(), string.Empty);
        }

        base.VisitExpressionStatement(node);
    }

    /// <summary>Whether a call is not mutated: log messages, checks of arguments, assertions of debug builds.</summary>
    private static bool IsLeft(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var type }, Name.Identifier.Text: var method }
        && (type is "Log" or "Debug" || method.StartsWith("ThrowIf", StringComparison.Ordinal));

    private static bool IsConfigureAwait(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(Task.ConfigureAwait) };

    private static bool RunsOnce(SyntaxNode node)
    {
        foreach (var outer in node.Ancestors())
        {
            switch (outer)
            {
                case AnonymousFunctionExpressionSyntax:
                    return false;
                case FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null } or ConstructorDeclarationSyntax:
                    return ((MemberDeclarationSyntax)outer).Modifiers.Any(SyntaxKind.StaticKeyword);
            }
        }

        return false;
    }

    private void NegateCondition(ExpressionSyntax condition)
    {
        if (condition is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax)
        {
            Negate(condition);
        }
    }

    private void Negate(ExpressionSyntax node) => Add(node, node.Span, node.ToString(), $"!({node})");

    private void Add(SyntaxNode scope, TextSpan span, string before, string after) =>
        _found.Add(new Mutant(file, scope.SyntaxTree.GetLineSpan(span).StartLinePosition.Line + 1, scope.Span, span, before, after) { RunsOnce = RunsOnce(scope) });
}
