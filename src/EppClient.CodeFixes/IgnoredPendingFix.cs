using System.Composition;
using EppClient.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EppClient.CodeFixes;

/// <summary>EPP2005: stores the response and branches on its pending action.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IgnoredPendingFix() : UsageFix(UsageRules.IgnoredPendingId)
{
    private protected override void Offer(Target target)
    {
        if (target.Ancestor<ExpressionStatementSyntax>() is not { } statement)
        {
            return;
        }

        var (response, pending) = (target.FreeName("response"), target.FreeName("pending"));
        StatementSyntax[] handled =
        [
            target.Statement($"var {response} = {statement.Expression.WithoutTrivia()};").WithLeadingTrivia(statement.GetLeadingTrivia()),
            target.Statement(
                $"if ({response}.Pending is {{ }} {pending})\n{{\n    // The registry decides later: store {pending}.ServerTransactionId, and handle the poll message.\n}}",
                isFollowed: statement.Parent is BlockSyntax { Statements: var statements } && statements.Last() != statement),
        ];
        switch (statement.Parent)
        {
            case BlockSyntax:
                target.Offer("Handle a pending action", () => target.Root.ReplaceNode(statement, handled));
                break;
            case GlobalStatementSyntax global:
                target.Offer("Handle a pending action", () => target.Root.ReplaceNode(global, handled.Select(SyntaxFactory.GlobalStatement)));
                break;
        }
    }
}
