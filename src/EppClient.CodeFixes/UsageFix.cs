using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace EppClient.CodeFixes;

/// <summary>A fix of one rule: finds the reported code, and offers changes of it.</summary>
public abstract class UsageFix : CodeFixProvider
{
    private readonly string _id;

    private protected UsageFix(string id) => _id = id;

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [_id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not null && model is not null)
        {
            var node = root.FindNode(context.Span, getInnermostNodeForTie: true);
            Offer(new Target(context, root, model, node));
        }
    }

    /// <summary>Offers the changes that are possible at a node.</summary>
    private protected abstract void Offer(Target target);

    /// <summary>The reported node, in its document.</summary>
    private protected sealed class Target(CodeFixContext context, SyntaxNode root, SemanticModel model, SyntaxNode node)
    {
        public SyntaxNode Node => node;

        public SyntaxNode Root => root;

        public SemanticModel Model => model;

        public T? Ancestor<T>()
            where T : SyntaxNode => node.FirstAncestorOrSelf<T>();

        /// <summary>Offers to replace the document's root.</summary>
        public void Offer(string title, Func<SyntaxNode> change) => context.RegisterCodeFix(
            CodeAction.Create(title, cancellationToken => ReplaceAsync(change, cancellationToken), equivalenceKey: title), context.Diagnostics);

        /// <summary>Offers to replace one node.</summary>
        public void Offer(string title, SyntaxNode old, Func<SyntaxNode> create) => Offer(title, () => root.ReplaceNode(old, create()));

        /// <summary>A name that is not in use at the node.</summary>
        public string FreeName(string name)
        {
            var used = model.LookupSymbols(node.SpanStart).Select(symbol => symbol.Name).ToImmutableHashSet();
            var declared = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault()?.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text).ToImmutableHashSet();
            var candidate = name;
            for (var number = 2; used.Contains(candidate) || declared?.Contains(candidate) == true; number++)
            {
                candidate = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return candidate;
        }

        /// <summary>The name of the cancellation token that the member has; null if it has none.</summary>
        public string? CancellationToken => model.LookupSymbols(node.SpanStart)
            .OfType<IParameterSymbol>()
            .FirstOrDefault(parameter => parameter.Type.ToDisplayString() == "System.Threading.CancellationToken")?.Name;

        private string NewLine => root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToString() : "\n";

        /// <summary>Parses a statement, which is formatted when the fix is applied.</summary>
        /// <param name="text">The statement.</param>
        /// <param name="isFollowed">Whether an empty line and another statement follow.</param>
        public StatementSyntax Statement(string text, bool isFollowed = false)
        {
            var end = SyntaxFactory.EndOfLine(NewLine);
            return SyntaxFactory.ParseStatement(text.Replace("\n", NewLine))
                .WithTrailingTrivia(isFollowed ? SyntaxFactory.TriviaList(end, end) : SyntaxFactory.TriviaList(end))
                .WithAdditionalAnnotations(Formatter.Annotation);
        }

        private Task<Document> ReplaceAsync(Func<SyntaxNode> change, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(context.Document.WithSyntaxRoot(change()));
        }
    }
}
