/** An RFC 9457 problem, or the lack of any answer. Titles come from the server in the reader's language. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string | undefined,
    readonly detail: string | undefined,
    readonly retryAfter: number | undefined,
  ) {
    super(title ?? slug);
  }

  /** Nothing is known about the request's fate, or the server asks to come again: the same key may be sent again. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 408 || this.status >= 500;
  }
}

export function unreachable(): ApiProblem {
  return new ApiProblem(0, 'unreachable', undefined, undefined, undefined);
}

export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body = await readJson(response);
  const type = typeof body.type === 'string' ? body.type : '';
  return new ApiProblem(
    response.status,
    type.startsWith('urn:saumaton:problem:') ? type.slice('urn:saumaton:problem:'.length) : String(response.status),
    typeof body.title === 'string' ? body.title : undefined,
    typeof body.detail === 'string' ? body.detail : undefined,
    retryAfter(response),
  );
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 60) : undefined;
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
