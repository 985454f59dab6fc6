using System.Composition;
using EppClient.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace EppClient.CodeFixes;

/// <summary>EPP2003: queries the registry for the outcome, and goes on only if the command may be sent again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class UnknownOutcomeRetryFix() : UsageFix(UsageRules.RetryAfterUnknownOutcomeId)
{
    private const string Title = "Reconcile the outcome first";
    private const string Caught = "EppOutcomeUnknownException";

    private protected override void Offer(Target target)
    {
        if (target.Ancestor<CatchClauseSyntax>() is not { Parent: TryStatementSyntax attempt } clause)
        {
            return;
        }

        var name = clause.Declaration is { Identifier.Text: { Length: > 0 } own } ? own : target.FreeName("unknown");
        if (clause.Declaration is { Type: var type } declaration && type.ToString().EndsWith(Caught, StringComparison.Ordinal))
        {
            target.Offer(Title, clause, () => clause
                .WithDeclaration(declaration.WithIdentifier(SyntaxFactory.Identifier(name)).WithAdditionalAnnotations(Formatter.Annotation))
                .WithBlock(clause.Block.WithStatements(clause.Block.Statements.Insert(0, Reconcile(target, name, isFollowed: clause.Block.Statements.Count > 0)))));
            return;
        }

        // A clause for more exceptions stays as it is; one for unknown outcomes precedes it.
        var unknown = target.FreeName("unknown");
        target.Offer(Title, attempt, () => attempt.WithCatches(attempt.Catches.Insert(attempt.Catches.IndexOf(clause), SyntaxFactory.CatchClause(
            SyntaxFactory.CatchDeclaration(SyntaxFactory.ParseTypeName("EppClient." + Caught).WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation), SyntaxFactory.Identifier(unknown)),
            null,
            SyntaxFactory.Block(Reconcile(target, unknown, isFollowed: false))).WithAdditionalAnnotations(Formatter.Annotation))));
    }

    private static StatementSyntax Reconcile(Target target, string exception, bool isFollowed) =>
        target.Statement($"if (!(await {exception}.ReconcileAsync({target.CancellationToken})).MaySendAgain)\n{{\n    throw;\n}}", isFollowed);
}
