import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** What is shown in place of what broke; `retry` draws that again. */
  readonly broken: (error: Error, retry: () => void) => ReactNode;
}

interface State {
  error: Error | null;
}

/** Keeps what breaks inside of it, or cannot be fetched, from taking along what stands around it. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? this.props.broken(error, () => this.setState({ error: null })) : this.props.children;
  }
}
