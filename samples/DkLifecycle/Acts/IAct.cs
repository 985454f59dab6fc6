namespace DkLifecycle.Acts;

/// <summary>One part of the domain's life.</summary>
internal interface IAct
{
    string Title { get; }

    Task PlayAsync(Scene scene, CancellationToken cancellationToken);
}
