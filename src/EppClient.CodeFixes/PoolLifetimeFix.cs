using System.Composition;
using EppClient.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace EppClient.CodeFixes;

/// <summary>
/// EPP2001: registers the pool as singleton, creates it before the loop, stores it in the property, or receives it as parameter of the endpoint. Code that a fix cannot
/// change safely is only reported.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PoolLifetimeFix() : UsageFix(UsageRules.PoolPerCallId)
{
    private protected override void Offer(Target target)
    {
        if (target.Node is SimpleNameSyntax { Identifier.Text: var method } name && method.StartsWith("Add", StringComparison.Ordinal))
        {
            var singleton = SyntaxFactory.Identifier(method.Contains("Keyed") ? "AddKeyedSingleton" : "AddSingleton");
            target.Offer("Register the pool as singleton", name, () => name.WithIdentifier(singleton));
        }
        else if (target.Node is BaseObjectCreationExpressionSyntax { Parent: ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } } creation)
        {
            target.Offer("Create the pool once", property, () => Stored(property, creation));
        }
        else if (target.Ancestor<LocalDeclarationStatementSyntax>() is { Parent: BlockSyntax { Parent: { } owner } } declaration && declaration.Declaration.Variables.Count == 1)
        {
            OfferMove(target, declaration, owner);
        }
    }

    private static void OfferMove(Target target, LocalDeclarationStatementSyntax declaration, SyntaxNode owner)
    {
        switch (owner)
        {
            case StatementSyntax { Parent: BlockSyntax } loop when !UsesLocalsOf(target, declaration, loop):
                target.Offer("Create the pool before the loop", () =>
                {
                    var root = target.Root.TrackNodes(declaration, loop);
                    root = root.InsertNodesBefore(root.GetCurrentNode(loop)!, [declaration.WithLeadingTrivia(loop.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation)]);
                    return root.RemoveNode(root.GetCurrentNode(declaration)!, SyntaxRemoveOptions.KeepNoTrivia)!;
                });
                break;
            case ParenthesizedLambdaExpressionSyntax lambda:
                target.Offer("Receive the pool as parameter", lambda, () => WithParameter(lambda, declaration));
                break;
        }
    }

    private static bool UsesLocalsOf(Target target, LocalDeclarationStatementSyntax declaration, StatementSyntax loop) => declaration.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Select(name => target.Model.GetSymbolInfo(name).Symbol)
        .OfType<ILocalSymbol>()
        .Any(local => local.Locations.Any(location => loop.Span.Contains(location.SourceSpan)));

    private static PropertyDeclarationSyntax Stored(PropertyDeclarationSyntax property, ExpressionSyntax creation) => property
        .WithExpressionBody(null)
        .WithAccessorList(SyntaxFactory.AccessorList([SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))]))
        .WithInitializer(SyntaxFactory.EqualsValueClause(creation))
        .WithAdditionalAnnotations(Formatter.Annotation);

    private static ParenthesizedLambdaExpressionSyntax WithParameter(ParenthesizedLambdaExpressionSyntax lambda, LocalDeclarationStatementSyntax declaration)
    {
        var variable = declaration.Declaration.Variables[0].Identifier.WithoutTrivia();
        var parameter = SyntaxFactory.Parameter(variable).WithType(SyntaxFactory.ParseTypeName("EppSessionPool ").WithTrailingTrivia(SyntaxFactory.Space));
        return lambda
            .RemoveNode(declaration, SyntaxRemoveOptions.KeepNoTrivia)!
            .WithParameterList(lambda.ParameterList.AddParameters(parameter))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
