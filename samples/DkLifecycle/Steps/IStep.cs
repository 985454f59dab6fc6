namespace DkLifecycle.Steps;

/// <summary>One part of the domain's life.</summary>
internal interface IStep
{
    string Title { get; }

    Task RunAsync(StepContext context, CancellationToken cancellationToken);
}
