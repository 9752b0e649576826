/** Candidates may come before the description they belong to; they wait here until it is set. */
export function createCandidateQueue() {
  const early: RTCIceCandidateInit[] = [];
  let isReleased = false;
  return {
    add: async (connection: RTCPeerConnection, candidate: RTCIceCandidateInit) => {
      if (isReleased) await connection.addIceCandidate(candidate);
      else early.push(candidate);
    },
    release: async (connection: RTCPeerConnection) => {
      isReleased = true;
      for (const candidate of early.splice(0)) await connection.addIceCandidate(candidate);
    },
  };
}
