namespace EppClient.SchemaGenerator.Schema;

/// <summary>A part of a content model.</summary>
internal abstract record ParticleModel(int Min, int Max)
{
    public const int Unbounded = int.MaxValue;
}

/// <summary>One element, as often as <see cref="ParticleModel.Min"/> and <see cref="ParticleModel.Max"/> say.</summary>
internal sealed record ElementParticle(int Min, int Max, ElementModel Element) : ParticleModel(Min, Max);

/// <summary>Any element.</summary>
internal sealed record WildcardParticle(int Min, int Max) : ParticleModel(Min, Max);

/// <summary>Several parts, all of them or one of them.</summary>
internal sealed record GroupParticle(int Min, int Max, bool IsChoice, EquatableArray<ParticleModel> Parts) : ParticleModel(Min, Max);
