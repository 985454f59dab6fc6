namespace EppClient.Dk.Testing.State;

/// <summary>How far the registry has counted, so that nothing is given out twice.</summary>
internal sealed record DkCounters(DateOnly TrackingDay, int TrackingNumber, int HandleNumber, long MessageNumber);
