namespace EppClient.Diagnostics;

/// <summary>The sessions of a pool at one instant. A session counts as closing until its connection is closed.</summary>
internal readonly record struct PoolSnapshot(int Max, int Idle, int Used, int Opening, int Closing, int Waiting)
{
    public int Open => Idle + Used + Opening + Closing;
}
